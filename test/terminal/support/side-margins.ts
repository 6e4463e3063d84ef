import type xterm from '@xterm/headless';

/** What is used of the emulator's own buffer, which its interface only lets be read. */
interface Row {
  loadCell(x: number, into: xterm.IBufferCell): xterm.IBufferCell;
  setCell(x: number, cell: xterm.IBufferCell): void;
}
interface Inside {
  _bufferService: { buffer: { lines: { get(y: number): Row }; ybase: number; y: number; x: number; scrollBottom: number; getNullCell(): xterm.IBufferCell } };
}

/**
 * Teaches the emulator margins at the sides (DECLRMM and DECSLRM) for lines that are taken out and put in, as xterm and
 * others have them; it knows only those above and below.
 */
export function knowSideMargins(terminal: xterm.Terminal): void {
  let on = false;
  let [left, right] = [0, terminal.cols];
  const active = (): Inside['_bufferService']['buffer'] => (terminal as unknown as { _core: Inside })._core._bufferService.buffer;
  const switched = (to: boolean) => (numbers: (number | number[])[]): boolean => {
    if (numbers[0] !== 69) return false;
    on = to;
    [left, right] = [0, terminal.cols];
    return true;
  };
  terminal.parser.registerCsiHandler({ prefix: '?', final: 'h' }, switched(true));
  terminal.parser.registerCsiHandler({ prefix: '?', final: 'l' }, switched(false));
  terminal.parser.registerCsiHandler({ final: 's' }, ([from, to]) => {
    if (!on) return false;
    [left, right] = [Number(from) - 1, Number(to)];
    [active().x, active().y] = [0, 0];
    return true;
  });
  const moved = (sign: 1 | -1) => ([parameter]: (number | number[])[]): boolean => {
    if (!on) return false;
    const { lines, ybase, x, y, scrollBottom } = active();
    if (x < left || x >= right) return true;
    const count = Number(parameter) || 1;
    const rows = Array.from({ length: scrollBottom - y + 1 }, (_, i) => (sign > 0 ? y + i : scrollBottom - i));
    for (const row of rows) {
      const from = row + sign * count;
      const inside = from >= y && from <= scrollBottom;
      for (let column = left; column < right; column++) {
        const cell = inside ? lines.get(ybase + from).loadCell(column, terminal.buffer.active.getNullCell()) : active().getNullCell();
        lines.get(ybase + row).setCell(column, cell);
      }
    }
    return true;
  };
  terminal.parser.registerCsiHandler({ final: 'M' }, moved(1));
  terminal.parser.registerCsiHandler({ final: 'L' }, moved(-1));
}
