import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

/** A request as the server saw it. */
export interface Seen {
  at: number;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
}

/** What goes wrong with the next request for a path. */
export interface Fault {
  path: RegExp;
  /** This instead of what was asked for. */
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  /** The connection is cut after so many bytes of the answer, or nothing more comes. */
  cut?: number;
  silentAfter?: number;
}

type Rows = readonly Readonly<Record<string, unknown>>[];

/** A server on this machine that speaks as the sites do, and has their troubles. */
export class LocalSite {
  readonly seen: Seen[] = [];
  readonly faults: Fault[] = [];
  /** Faults that do not go away. */
  readonly always: Fault[] = [];
  /** e621's export: file name → bytes. */
  readonly files = new Map<string, Buffer>();
  /** Danbooru's lists by their name (`tags`). */
  readonly lists = new Map<string, Rows>();
  /** Gives no mark of a file's state, as some servers do not. */
  marks = true;
  /** Gives whole files whatever is asked for. */
  ranges = true;
  url = '';
  #server!: Server;

  async start(): Promise<this> {
    this.#server = createServer((request, response) => void this.#answer(request, response));
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Puts a file of e621's export there. */
  put(name: string, text: string | Buffer): void {
    this.files.set(name, name.endsWith('.gz') && typeof text === 'string' ? gzipSync(text) : Buffer.from(text));
  }

  /** The paths that were asked for, each with the range or page. */
  get asked(): string[] {
    return this.seen.map(({ path, query, headers }) => [path, headers.range, query.get('page')].filter(Boolean).join(' '));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', this.url);
    this.seen.push({ at: performance.now(), path, query, headers: request.headers });
    const at = this.faults.findIndex((fault) => fault.path.test(path));
    const fault = at < 0 ? this.always.find((one) => one.path.test(path)) : this.faults.splice(at, 1)[0];
    if (fault && (fault.status !== undefined || fault.body !== undefined)) return void response.writeHead(fault.status ?? 200, fault.headers).end(fault.body ?? '');
    const { status, headers, body } = this.#found(path, query, request.headers);
    response.writeHead(status, { 'content-length': body.length, ...headers });
    if (fault?.cut === undefined && fault?.silentAfter === undefined) return void response.end(body);
    response.write(body.subarray(0, fault.cut ?? fault.silentAfter));
    if (fault.cut === undefined) return;
    await sleep(20);
    response.destroy();
  }

  #found(path: string, query: URLSearchParams, headers: IncomingMessage['headers']): { status: number; headers: Record<string, string>; body: Buffer } {
    if (path === '/db_export/') return { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from(this.#listing()) };
    const list = this.lists.get(/^\/(\w+)\.json$/.exec(path)?.[1] ?? '');
    if (list) return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: Buffer.from(JSON.stringify(page(list, query))) };
    const file = this.files.get(path.replace('/db_export/', ''));
    return file ? this.#part(file, headers) : { status: 404, headers: {}, body: Buffer.from('<h1>404</h1>') };
  }

  #part(file: Buffer, { range, 'if-range': mark }: IncomingMessage['headers']): { status: number; headers: Record<string, string>; body: Buffer } {
    const etag = `"${createHash('sha1').update(file).digest('hex').slice(0, 16)}"`;
    const headers: Record<string, string> = { 'content-type': 'application/gzip', ...(this.marks ? { etag, 'last-modified': 'Mon, 30 Jun 2025 07:31:00 GMT' } : {}) };
    const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? Number.NaN);
    if (!this.ranges || Number.isNaN(from) || (mark !== undefined && mark !== etag)) return { status: 200, headers, body: file };
    if (from >= file.length) return { status: 416, headers: { 'content-range': `bytes */${file.length}` }, body: Buffer.alloc(0) };
    return { status: 206, headers: { ...headers, 'content-range': `bytes ${from}-${file.length - 1}/${file.length}` }, body: file.subarray(from) };
  }

  #listing(): string {
    const rows = [...this.files].map(([name, { length }]) => `<a href="${name}">${name}</a>          30-Jun-2025 07:31       ${length}`);
    return `<html>\r\n<head><title>Index of /db_export/</title></head>\r\n<body>\r\n<h1>Index of /db_export/</h1><hr><pre><a href="../">../</a>\r\n${rows.join('\r\n')}\r\n</pre><hr></body>\r\n</html>\r\n`;
  }
}

/** A page as Danbooru gives it: the rows next above an id, the highest first, with the fields that were asked for. */
function page(rows: Rows, query: URLSearchParams): Rows {
  const after = Number(/^a(\d+)$/.exec(query.get('page') ?? '')?.[1] ?? 0);
  const limit = Math.min(1000, Number(query.get('limit') ?? 20));
  const fewest = Number(/^>=(\d+)$/.exec(query.get('search[post_count]') ?? '')?.[1] ?? 0);
  const status = query.get('search[status]');
  const only = query.get('only')?.split(',');
  return rows
    .filter(({ id, post_count: posts, status: is }) => (id as number) > after && (posts === undefined || (posts as number) >= fewest) && (status === null || is === status))
    .sort((a, b) => (a['id'] as number) - (b['id'] as number))
    .slice(0, limit)
    .reverse()
    .map((row) => (only ? Object.fromEntries(Object.entries(row).filter(([name]) => only.includes(name))) : row));
}

/** e621's export of a day: names, aliases and implications, of which some are not in force. */
export function putExport(site: LocalSite, day: string, names: readonly string[]): void {
  const relation = 'id,antecedent_name,consequent_name,created_at,status\n';
  site.put(`posts-${day}.csv.gz`, 'id,md5\n');
  site.put(`tags-${day}.csv.gz`, `id,name,category,post_count\n${names.map((name, at) => `${at + 1},${name},${[0, 1, 3, 4, 5, 7, 8][at % 7]},${1000 - at}\n`).join('')}90001,slip_of_the_pen,0,1\n`);
  site.put(`tag_aliases-${day}.csv.gz`, `${relation}1,old_${names[0]},${names[0]},2020-01-01 00:00:00,active\n2,gone,${names[0]},,deleted\n`);
  site.put(`tag_implications-${day}.csv.gz`, `${relation}1,${names[0]},${names[1]},2020-01-01 00:00:00,active\n2,${names[1]},${names[2]},,pending\n`);
}
