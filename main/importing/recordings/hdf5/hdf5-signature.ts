/** HDF5 File Format Specification, superblock: the first eight bytes, at 0, 512, 1024, 2048 ... */
const signature = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

export const isHdf5At = (head: Uint8Array, at: number): boolean => signature.every((byte, k) => head[at + k] === byte);

/** Whether a head is one of an HDF5 file, behind a block of the user's own or not. */
export function isHdf5(head: Uint8Array): boolean {
  if (isHdf5At(head, 0)) return true;
  for (let at = 512; at + 8 <= head.length; at *= 2) if (isHdf5At(head, at)) return true;
  return false;
}
