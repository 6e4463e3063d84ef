/**
 * Wraps a sequence so that tmux hands it through to the terminal around it instead of taking it in.
 * Without `on` the sequence is given as it is.
 */
export function through(sequence: string, on = true): string {
  return on ? `\u001bPtmux;${sequence.replaceAll('\u001b', '\u001b\u001b')}\u001b\\` : sequence;
}

/**
 * A picture that is drawn at the cursor. tmux brings the cursor of the terminal around it to its own only when it draws
 * something; erasing the one cell under the picture's corner makes it do so.
 */
export function drawThrough(sequence: string, on: boolean): string {
  return on ? `\u001b[X${through(sequence)}` : sequence;
}
