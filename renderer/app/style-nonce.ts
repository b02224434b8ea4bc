/** The nonce under which this window may add style elements; the shell writes it into the page. */
export const styleNonce = (): string => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
