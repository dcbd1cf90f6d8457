// Keys are named by Latin letters, and pressed on keyboards that write Cyrillic too: there the place of the key says which it is.

export function letterOf(event) {
  const isLatin = event.key.length !== 1 || event.key <= "~";
  return !isLatin && /^Key[A-Z]$/.test(event.code) ? event.code[3].toLowerCase() : event.key;
}
