import { test } from 'vitest';
import { randomSession } from '../support/random-session.js';
test('x',{timeout:60000}, async()=>{ await randomSession(Number(process.env.S??10), 250); });
