/** Crockford's base 32: no I, L, O or U, so that a code copied by hand is read as it was written. */
export const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
