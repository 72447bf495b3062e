/** 日本語: every string of the interface. */
import type { Locale } from './locale.ts'

export const ja: Locale = {
  label: '日本語',
  lang: 'ja',
  openGraph: 'ja_JP',
  title: '対訳 セッションの保存',
  description:
    'Goで書かれたメモリ上のセッションストアを、TypeScriptの移植版と一行ずつ並べて読みます。どの主張も、実行して確かめられるテストになっています。',
  pages: {
    'session-storage': 'セッションの保存',
    traces: 'トレース',
    bench: '計測',
  },
  anchorLabel: (title) => `「${title}」へのリンク`,
  copyCode: { tooltipText: 'コードをコピー', copiedText: 'コピーしました' },
  strings: {
    skip: '本文へ移動',
    navigation: 'ページ',
    languages: '言語',
    toDark: 'ダークテーマに切り替える',
    toLight: 'ライトテーマに切り替える',
    outline: 'このページの内容',
    top: 'ページの先頭へ',
    edit: 'このページを編集する',
    source: 'このページの原稿を見る',
    lastChanged: '最終更新',
    pager: '前後のページ',
    previous: '前のページ',
    next: '次のページ',
    notFound: {
      title: 'ページが見つかりません',
      text: 'このアドレスには何も保存されていません。もう回収されたのかもしれません。',
      home: 'ホームへ戻る',
    },
    search: {
      open: '検索',
      placeholder: 'サイト内を検索',
      close: '検索を閉じる',
      nothing: '「{query}」は見つかりませんでした',
      results: '検索結果',
    },
    kinds: {
      stated: '節に書かれていること',
      shown: 'コードが示すこと',
      surprise: '書かれていないこと',
      differs: 'TypeScriptで異なること',
    },
    kindsLabel: '主張の印',
    measurements: {
      store: 'ストア',
      original: '原本（Go）',
      sessions: '{n}セッション',
      columns: {
        createPerSecond: '作成（回/秒）',
        usePerSecond: '使用（回/秒）',
        destroyPerSecond: '破棄（回/秒）',
        bytesPerSession: '1セッションあたりのバイト数',
        collectNoneMicroseconds: 'GC（期限切れなし、µs）',
        collectAllMicroseconds: 'GC（すべて期限切れ、µs）',
      },
      chart: '1回の回収にかかる時間（期限切れなし、セッション数別）',
      axes: { sessions: 'セッション数', time: 'µs' },
      made: '計測日：{date}。{machine}、Node {node}、{go}。{runs}回の中央値。',
      noGo: 'Goなし',
    },
    footer: [
      '<a href="https://github.com/astaxie/build-web-application-with-golang">『Build Web Application with Golang』</a>の第6.3節にもとづいています。',
      '掲載コード：BSD-3-Clause、© 2012 AstaXie and The Contributors。移植版：BSD-3-Clause。',
      '本文は、この節に沿って本プロジェクトのために書き下ろしたものです：<a href="https://creativecommons.org/licenses/by-sa/3.0/deed.ja">CC BY-SA 3.0</a>。',
    ],
  },
}
