const separatorOf = (path: string): string => (path.includes("\\") && !path.startsWith("/") ? "\\" : "/");

/** The folder a path lies in; the path itself for a root. */
export function folderOf(path: string): string {
  const separator = separatorOf(path);
  const at = path.replace(/[\\/]+$/, "").lastIndexOf(separator);
  return at <= 0 ? separator : path.slice(0, at);
}

/** The last part of a path. */
export const nameOf = (path: string): string =>
  path
    .replace(/[\\/]+$/, "")
    .split(/[\\/]/)
    .pop() ?? path;

/** A file's name without its ending. */
export const stemOf = (path: string): string => nameOf(path).replace(/(.)\.[^.]*$/, "$1");

/** A folder inside another, named after what a person typed: signs no file system takes become a dash. */
export function folderIn(parent: string, name: string): string {
  const separator = separatorOf(parent);
  const safe = name
    .trim()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among those that cannot stand in a name
    .replace(/[\\/:*?"<>|\u0000-\u001f]+/g, "-")
    .replace(/[. ]+$/, "");
  return parent.endsWith(separator) ? parent + safe : parent + separator + safe;
}

/** A name to propose for what is made from a file: a bare number says nothing without the folder it lies in. */
export function titleOf(path: string): string {
  const stem = stemOf(path);
  return /[^\d\s_.-]{2}/.test(stem) ? stem : `${nameOf(folderOf(path))} ${stem}`.trim();
}
