import { words } from '../../words/words';

export const ATTACHMENTS = words(
  {
    drop: 'Drop a file here, or choose one',
    dropFor: 'A file for: {{of}}',
    dropNote: 'PDF, pictures or office documents.',
    other: 'Other files',
    what: 'What it is',
    remove: 'Leave out {{name}}',
    sending: 'Uploading {{name}}',
    lost: 'The connection is lost. It goes on by itself where it was.',
    checking: '{{name}} has arrived and is being checked …',
    giveUp: 'Give up',
    refused: '{{name}} was not taken: {{why}}',
    notTaken: 'it is too large or of no type that is taken',
    unnamed: 'a file that was uploaded before',
  },
  {
    drop: '将文件拖到此处，或选择文件',
    dropFor: '上传：{{of}}',
    dropNote: '支持 PDF、图片和办公文档。',
    other: '其他材料',
    what: '材料说明',
    remove: '移除 {{name}}',
    sending: '正在上传 {{name}}',
    lost: '连接中断，恢复后将自动续传。',
    checking: '{{name}} 已上传，正在进行安全检查…',
    giveUp: '取消上传',
    refused: '{{name}} 未被接收：{{why}}',
    notTaken: '文件过大或类型不在可接收范围内',
    unnamed: '此前上传的文件',
  },
);
