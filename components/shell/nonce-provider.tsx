'use client';

import { setNonce } from 'get-nonce';
import { useState } from 'react';

/**
 * Tells libraries that inject style elements (the scroll lock under Radix) the nonce of this document. The first one
 * stays: a server action renders the layout anew with another nonce, which this document does not accept.
 */
export function NonceProvider({ nonce }: { nonce: string | undefined }) {
  useState(() => {
    if (nonce && typeof window !== 'undefined') setNonce(nonce);
    return nonce;
  });
  return null;
}
