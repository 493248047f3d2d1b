// A class list as a school sends it: a title above, Chinese headers, in GB18030, and three faults in it.
import { execFileSync } from 'node:child_process';

const HEADERS = ['学校', '班级', '年级', '姓名', '性别', '民族', '出生日期', '证件类型', '证件号码', '入学日期', '入学方式', '学籍状态'];
const SURNAMES = '王李张刘陈杨赵黄周吴';
const GIVEN = '涵轩怡宸萱睿彤泽';

/** Pupils who begin in a class, of whom three rows will not be taken: a group, a day and a check digit. */
export function roster({ school, code, count = 40, first = 100 }) {
  const rows = Array.from({ length: count }, (_row, number) => pupil(school, code, number, first));
  const right = rows.map((cells) => [...cells]);
  rows[4][5] = '汉族人';
  rows[17][6] = '2020-02-30';
  rows[29][8] = `${rows[29][8].slice(0, -1)}${rows[29][8].endsWith('1') ? '2' : '1'}`;
  const text = [['新生名单'], HEADERS, ...rows].map((cells) => cells.join(',')).join('\r\n');
  return { buffer: gb18030(text), right };
}

function pupil(school, code, number, first) {
  const born = new Date(Date.UTC(2019, 8, 1 + number * 7)).toISOString().slice(0, 10);
  const name = `${SURNAMES[number % 10]}${GIVEN[number % 8]}${GIVEN[(number * 3) % 8]}`;
  const cells = [school, code, '一年级', name, '女', '汉族', born, '居民身份证', document(born, first + number * 2)];
  return [...cells, '2026-09-01', '统一招生考试/普通入学', '在读'];
}

/** The number of an identity card, with its check digit. */
function document(born, serial) {
  const body = `510104${born.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return body + '10X98765432'[weights.reduce((sum, weight, place) => sum + weight * Number(body[place]), 0) % 11];
}

function gb18030(text) {
  const script = 'import sys; sys.stdout.buffer.write(sys.stdin.buffer.read().decode().encode("gb18030"))';
  return execFileSync('python', ['-c', script], { input: text });
}
