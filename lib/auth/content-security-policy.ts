// Owns what a page of ours may load: our own files, scripts that carry this answer's nonce, nothing else.
// Pure: makes the header from the nonce, and knows no request.

/** The value of Content-Security-Policy. `next dev` evaluates code, injects styles and keeps a socket open. */
export function contentSecurityPolicy(nonce: string, options: { development: boolean }): string {
  const { development } = options;
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // A nonce would switch 'unsafe-inline' off, so development has to go without.
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    `img-src 'self' data:${development ? ' blob:' : ''}`,
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}
