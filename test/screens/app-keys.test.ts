import { expect, test } from 'vitest';
import { keyProblems } from '../../src/screens/app/key-problems.js';
import { appBindings } from '../../src/screens/app/keys.js';
import { datasetBindings } from '../../src/screens/dataset/keys.js';
import { actionOf, withOverrides } from '../../src/screens/parts/bindings.js';

const tables = [appBindings, datasetBindings];

test('a name that is no action is said, made safe to print', () => {
  expect(keyProblems({ 'dataset.mrk\u001b': ['m'] }, tables)).toEqual([
    'config.toml gives keys to “dataset.mrk␛”, which is no action; docs/keys.md lists them.',
  ]);
});

test('a key that two actions of a screen have is said, and the first of them has it', () => {
  const keys = { 'dataset.mark': ['m', 'm'], 'dataset.filter': ['m'] };
  expect(keyProblems(keys, tables)).toEqual(['config.toml: dataset.mark and dataset.filter have the same key “m”; it does the first.']);
  expect(actionOf('m', withOverrides(datasetBindings, keys))).toBe('dataset.mark');
  // One of ours that the new key runs into.
  expect(keyProblems({ 'dataset.filter': ['space'] }, tables)).toEqual(['config.toml: dataset.mark and dataset.filter have the same key “space”; it does the first.']);
});

test('a key of the program that a screen takes, and keys that move out of the way, are fine', () => {
  expect(keyProblems({ 'dataset.mark': ['u'] }, tables)).toEqual([]);
  expect(keyProblems({ 'dataset.mark': ['/'], 'dataset.filter': ['f'] }, tables)).toEqual([]);
  expect(keyProblems({}, tables)).toEqual([]);
});
