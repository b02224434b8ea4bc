const policy = (...directives: string[]) => directives.join("; ");

/** What the window's own page may do: its own files, its own styles by nonce, reports in frames, nothing else. */
export const deskPolicy = (styleNonce: string): string =>
  policy(
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${styleNonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  );

/** What a report may do: be looked at. */
export const reportPolicy = policy(
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
);
