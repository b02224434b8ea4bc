/** A name that every file system takes, and that stays in its folder: what stands after the last slash, without what Windows forbids. */
export function safeFileName(member: string): string {
  const last = member.slice(Math.max(member.lastIndexOf("/"), member.lastIndexOf("\\")) + 1);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not stay
  const plain = last.replace(/[<>:"|?*\x00-\x1f\x7f]/g, "_").replace(/[. ]+$/, "");
  const short = plain.length <= longest ? plain : plain.slice(0, longest - 20) + plain.slice(-20);
  // https://learn.microsoft.com/windows/win32/fileio/naming-a-file
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d|damage\.json)(\.|$)/i.test(short);
  return short === "" || reserved ? `_${short}` : short;
}

const longest = 80; // characters; file systems allow 255 bytes, and a Chinese one takes three
