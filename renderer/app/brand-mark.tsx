/** The program's sign: a gauge with its last stretch marked, and 1 %. */
export function BrandMark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 512 512" aria-hidden fill="none" strokeLinecap="round" strokeLinejoin="round">
      <rect width="512" height="512" rx="104" fill="#12324a" />
      <path d="M121.18 381.13A176 176 0 1 1 431.76 277.21" stroke="#3f7ea6" strokeWidth="36" />
      <path d="M419.18 333.93A176 176 0 0 1 390.82 381.13" stroke="#ffb43a" strokeWidth="36" />
      <path d="M152 240L188 214L188 344" stroke="#f4f8fb" strokeWidth="30" />
      <circle cx="262" cy="244" r="27" stroke="#f4f8fb" strokeWidth="22" />
      <circle cx="344" cy="318" r="27" stroke="#f4f8fb" strokeWidth="22" />
      <path d="M348 218L258 344" stroke="#f4f8fb" strokeWidth="22" />
    </svg>
  );
}
