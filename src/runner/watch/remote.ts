import { statfs } from 'node:fs/promises';

/** File systems, by the number that the kernel gives, on which other machines write without this one being told. */
const remote = new Set([
  0x6969, // nfs
  0x517b, // smb
  0xff534d42, // cifs
  0xfe534d42, // smb2
  0x65735546, // fuse: sshfs, gcsfuse, s3fs, …
  0x01021997, // 9p
  0x00c36400, // ceph
  0x0bd00bd0, // lustre
  0x47504653, // gpfs
  0x19830326, // beegfs
  0x5346414f, // afs
]);

/** Does a folder lie on a network file system, or one that may be? */
export async function isRemote(path: string): Promise<boolean> {
  const found = await statfs(path).catch(() => null);
  return found !== null && remote.has(found.type >>> 0);
}
