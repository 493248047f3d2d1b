import { describe, expect, it } from 'vitest';
import { csvCell, csvText } from './csv';

describe('A CSV file', () => {
  it('begins with the mark of UTF-8 and ends each line', () => {
    expect(csvText([['姓名', 'Age'], ['王芳', '7']])).toBe('\uFEFF姓名,Age\r\n王芳,7\r\n');
  });

  it('quotes what would fall apart', () => {
    expect(csvCell('a,b')).toBe('"a,b"');
    expect(csvCell('say "yes"')).toBe('"say ""yes"""');
    expect(csvCell('two\nlines')).toBe('"two\nlines"');
  });

  it('lets no cell be a formula', () => {
    expect(['=1', '+1', '-1', '@x', '\tx', '\rx'].map(csvCell)).toEqual(["'=1", "'+1", "'-1", "'@x", "'\tx", '"\'\rx"']);
    expect(csvCell('=HYPERLINK("http://x","y")')).toBe('"\'=HYPERLINK(""http://x"",""y"")"');
    expect(csvCell('1-1')).toBe('1-1');
  });
});
