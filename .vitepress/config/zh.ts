/** 简体中文: every string of the interface. */
import type { Locale } from './locale.ts'

export const zh: Locale = {
  label: '简体中文',
  lang: 'zh-Hans',
  openGraph: 'zh_CN',
  title: 'session 存储对照读本',
  description:
    '用 Go 写成的内存 session 存储，与 TypeScript 移植版逐行对照；文中每条论断，都是一个可以运行的测试。',
  pages: {
    'session-storage': 'session 存储',
    traces: '轨迹',
    bench: '性能测量',
  },
  anchorLabel: (title) => `“${title}”的链接`,
  copyCode: { tooltipText: '复制代码', copiedText: '已复制' },
  strings: {
    skip: '跳到正文',
    navigation: '页面',
    languages: '语言',
    toDark: '切换到深色主题',
    toLight: '切换到浅色主题',
    outline: '本页目录',
    top: '回到顶部',
    edit: '编辑本页',
    source: '查看本页源文件',
    lastChanged: '最后修改',
    pager: '前后页',
    previous: '上一页',
    next: '下一页',
    notFound: {
      title: '页面不存在',
      text: '这个地址下什么也没有存，也许已经被回收了。',
      home: '回到首页',
    },
    search: {
      open: '搜索',
      placeholder: '搜索本站',
      close: '关闭搜索',
      nothing: '没有找到“{query}”',
      results: '搜索结果',
    },
    kinds: {
      stated: '原文明说',
      shown: '代码可见',
      surprise: '原文未提',
      differs: 'TypeScript 的不同之处',
    },
    kindsLabel: '论断的标记',
    measurements: {
      store: '存储',
      original: '原版（Go）',
      sessions: '{n} 个 session',
      columns: {
        createPerSecond: '创建（次/秒）',
        usePerSecond: '使用（次/秒）',
        destroyPerSecond: '销毁（次/秒）',
        bytesPerSession: '每个 session 的字节数',
        collectNoneMicroseconds: 'GC，无一过期（µs）',
        collectAllMicroseconds: 'GC，全部过期（µs）',
      },
      chart: '无一过期时一轮回收的耗时，随 session 数量的变化',
      axes: { sessions: 'session 数', time: 'µs' },
      made: '测量于 {date}：{machine}，Node {node}，{go}。取 {runs} 次运行的中位数。',
      noGo: '未安装 Go',
    },
    footer: [
      '依据<a href="https://github.com/astaxie/build-web-application-with-golang">《Go Web 编程》</a>6.3 节写成。',
      '代码清单：BSD-3-Clause，© 2012 AstaXie and The Contributors。移植版：BSD-3-Clause。',
      '正文由本项目依照该节另行撰写：<a href="https://creativecommons.org/licenses/by-sa/3.0/deed.zh-hans">CC BY-SA 3.0</a>。',
    ],
  },
}
