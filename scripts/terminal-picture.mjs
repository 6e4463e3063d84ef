/**
 * Draws what a terminal emulator shows: cells to SVG, and SVG to PNG through sharp. Half blocks are drawn as rectangles,
 * as fonts leave seams between them.
 */
const cellWidth = 9.8;
const cellHeight = 19;
const fontSize = 16.3;
const margin = 10;
/** The terminal's own background and foreground. */
const sheets = { dark: { ground: '#16181d', ink: '#d6d9df' }, light: { ground: '#ffffff', ink: '#1f2328' } };

const basic = [
  '#1d2026', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#c8ccd4',
  '#6b7280', '#ff8791', '#b5e08f', '#ffd98a', '#82c4ff', '#de9cf0', '#7fd6e0', '#ffffff',
];

/** The CSS colour of a palette index, 0–255. */
function paletteCss(index) {
  if (index < 16) return basic[index];
  if (index >= 232) {
    const grey = 8 + 10 * (index - 232);
    return `rgb(${grey},${grey},${grey})`;
  }
  const steps = [0, 95, 135, 175, 215, 255];
  const cube = index - 16;
  return `rgb(${steps[Math.floor(cube / 36)]},${steps[Math.floor(cube / 6) % 6]},${steps[cube % 6]})`;
}

function css(isDefault, isRgb, value, otherwise) {
  if (isDefault) return otherwise;
  if (isRgb) return `#${value.toString(16).padStart(6, '0')}`;
  return paletteCss(value);
}

function escapeXml(text) {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
}

const round = (value) => Math.round(value * 100) / 100;
const rect = (x, y, width, height, fill) =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"/>`;

/** Parts of a cell that a block character fills: [left, top, width, height] in eighths. */
function blockParts(char) {
  const code = char.codePointAt(0);
  if (code === 0x2580) return [0, 0, 8, 4];
  if (code >= 0x2581 && code <= 0x2588) return [0, 8 - (code - 0x2580), 8, code - 0x2580];
  if (code >= 0x2589 && code <= 0x258f) return [0, 0, 0x2590 - code, 8];
  if (code === 0x2590) return [4, 0, 4, 8];
  return null;
}

/**
 * @param {import('@xterm/headless').Terminal} terminal
 * @param {'dark' | 'light'} paper
 * @returns {string} an SVG of what it shows now
 */
export function terminalToSvg(terminal, paper = 'dark') {
  const sheet = sheets[paper];
  const width = round(terminal.cols * cellWidth + 2 * margin);
  const height = terminal.rows * cellHeight + 2 * margin;
  const back = [];
  const front = [];
  const buffer = terminal.buffer.active;
  for (let y = 0; y < terminal.rows; y++) {
    const line = buffer.getLine(buffer.viewportY + y);
    for (let x = 0; x < terminal.cols; x++) {
      const cell = line?.getCell(x);
      if (!cell || cell.getWidth() === 0) continue;
      drawCell(cell, margin + x * cellWidth, margin + y * cellHeight, sheet, back, front);
    }
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="100%" height="100%" fill="${sheet.ground}"/><g shape-rendering="crispEdges">${merged(back).join('')}</g>` +
    `<g font-family="DejaVu Sans Mono, monospace" font-size="${fontSize}" xml:space="preserve">${front.join('')}</g></svg>`
  );
}

function drawCell(cell, left, top, { ground, ink }, back, front) {
  let fg = css(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor(), ink);
  let bg = css(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor(), null);
  if (cell.isInverse()) [fg, bg] = [bg ?? ground, fg];
  const wide = cell.getWidth() * cellWidth;
  if (bg) back.push({ left, top, width: wide, height: cellHeight, fill: bg });
  const char = cell.getChars();
  const underline = cell.isUnderline() ? rect(left, top + cellHeight - 2, wide, 1, fg) : '';
  if (underline) front.push(underline);
  if (char === '' || char === ' ' || cell.isInvisible()) return;
  const part = blockParts(char);
  if (part) {
    const [x, y, w, h] = part;
    back.push({ left: left + (x / 8) * wide, top: top + (y / 8) * cellHeight, width: (w / 8) * wide, height: (h / 8) * cellHeight, fill: fg });
    return;
  }
  const style =
    (cell.isBold() ? ' font-weight="bold"' : '') +
    (cell.isItalic() ? ' font-style="italic"' : '') +
    (cell.isDim() ? ' opacity="0.55"' : '') +
    (cell.isStrikethrough() ? ' text-decoration="line-through"' : '');
  front.push(`<text x="${round(left)}" y="${round(top + cellHeight - 4)}" fill="${fg}"${style}>${escapeXml(char)}</text>`);
}

/** Joins neighbours of the same colour, so that the picture stays small and has no seams. */
function merged(rects) {
  const result = [];
  for (const next of rects) {
    const last = result.at(-1);
    const joins =
      last && last.fill === next.fill && last.top === next.top && last.height === next.height &&
      Math.abs(last.left + last.width - next.left) < 0.01;
    if (joins) last.width += next.width;
    else result.push({ ...next });
  }
  return result.map(({ left, top, width, height, fill }) => rect(left, top, width, height, fill));
}

/**
 * @param {import('@xterm/headless').Terminal} terminal
 * @param {'dark' | 'light'} paper
 * @returns {Promise<Buffer>} a PNG of what it shows now
 */
export async function terminalToPng(terminal, paper = 'dark') {
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(terminalToSvg(terminal, paper))).png({ compressionLevel: 9 }).toBuffer();
}
