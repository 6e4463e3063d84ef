const ESCAPES = /\u001b(?:\][^\u0007\u001b]*(?:\u0007|\u001b\\|$)|\[[0-?]*[ -/]*[@-~]?|[ -/]*[0-~])/g;

/** Text without the escape sequences that colour it, link it (OSC 8) or move the cursor. */
export function withoutTerminalCodes(text: string): string {
  return text.includes('\u001b') ? text.replace(ESCAPES, '') : text;
}
