/** Digits as people type them: full-width ones become ordinary, blanks and thousands' commas fall away. */
export function digits(text: string): string {
  const half = text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  return half.replace(/[\s,，¥￥]/g, '').replace('。', '.');
}

/** The whole number that was typed; undefined for what is none. */
export function wholeNumber(text: string): number | undefined {
  const typed = digits(text);
  return /^[+-]?\d{1,15}$/.test(typed) ? Number(typed) : undefined;
}

/** The decimal that was typed, still as a text, so that no digit is lost; undefined for what is none. */
export function decimal(text: string, scale: number): string | undefined {
  const typed = digits(text);
  const found = /^([+-]?\d+)(?:\.(\d*))?$/.exec(typed);
  return found === null || (found[2] ?? '').length > scale ? undefined : typed.replace(/\.$/, '');
}
