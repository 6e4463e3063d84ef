import type { TrainerEvent } from '../core/training/events.js';

/** What the trainer said, in one line for a person. */
export function eventLine(event: TrainerEvent): string {
  switch (event.kind) {
    case 'step': {
      const loss = event.average_loss === null ? '' : `  loss ${event.average_loss}`;
      return `step ${event.step}${event.total === null ? '' : `/${event.total}`}${loss}`;
    }
    case 'bar':
      return `${event.label || 'working'} ${event.done}${event.total === null ? '' : `/${event.total}`}`;
    case 'plan':
      return `${event.field.replaceAll('_', ' ')}: ${event.value}`;
    case 'epoch':
      return `epoch ${event.epoch}${event.total === null ? '' : `/${event.total}`}`;
    case 'save':
      return `saving ${event.path}`;
    case 'removed':
      return `removed ${event.path}`;
    case 'state':
      return `${event.done ? 'saved' : 'saving'} the state ${event.path}`;
    case 'sampling':
      return 'drawing samples';
    case 'work':
      return event.what;
    case 'record':
      return `${event.level === 'INFO' ? '' : `${event.level}: `}${event.text}`;
    case 'model-saved':
      return 'model saved';
    case 'no-data':
      return event.message;
    case 'refused':
      return `${event.source}: ${event.message}`;
    case 'exception':
      return `${event.type}: ${event.message}`;
  }
}
