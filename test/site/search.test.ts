/** Tests that the search of the built site finds the words of its pages. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { read } from './reader.ts'

/** Words, each with the id of one heading whose section contains it. */
const words = {
  '/': `collector unit, expired gc-expired, shields gc-order,
    orphan orphan, fixation foreign-id, goroutines why-lock,
    stale stale-handle, rounded gc-expired, underscore register,
    cookie request, nanoseconds manager, mutex threads,
    structs keys, interfaces interfaces, slice fine-print,
    median what, standard run, duration words`,
  '/zh/': `回收器 manager, 过期 gc-expired, 时间戳 gc-clock, 孤儿 orphan,
    会话固定攻击 foreign-id, 竞态检测器 race, 句柄 stale-handle,
    有效期 gc-expired, 下划线 register, 管理器 manager, 纳秒 manager,
    互斥锁 threads, 链表 why-list, 接口 interfaces, 切片 fine-print, 结构体 keys,
    尾部 gc-pass, 中位数 what, 标准输入 run, 墙上时钟 gc-clock`,
  '/ja/': `回収処理 manager, 期限切れ gc-expired, タイムスタンプ gc-clock,
    孤児 orphan, セッション固定攻撃 foreign-id, 競合検出器 race,
    ハンドル stale-handle, 有効期間 gc-expired, アンダースコア register,
    マネージャ manager, ナノ秒 manager, ミューテックス threads,
    リスト why-list, インターフェース interfaces, スライス fine-print,
    構造体 keys, 末尾 gc-pass, 中央値 what, 標準入力 run,
    ウォールクロック gc-clock`,
  '/es/': `recolector manager, caducado gc-expired, marca gc-clock,
    huérfana orphan, fijación foreign-id, fijacion foreign-id,
    referencia stale-handle, guion register, cookie logout,
    nanosegundos manager, mutex threads, enlaces why-links,
    interfaces interfaces, slice fine-print, sesion session-store,
    Sesión session-store, mediana what, estándar run, estandar run,
    duracion words, reloj gc-clock`,
}

/**
 * Words that the pages do not use for what they say, from aliases.json, each
 * with the id of a heading that is about it.
 */
const aliases: Record<string, [string, string][]> = {
  '/zh/': [
    ['并发', 'why-lock'],
    ['垃圾回收', 'session-gc'],
    ['提供者', 'provider'],
    ['超时', 'gc-expired'],
  ],
  '/ja/': [
    ['並行処理', 'threads'],
    ['ガベージコレクション', 'session-gc'],
    ['プロバイダー', 'provider'],
    ['タイムアウト', 'gc-expired'],
  ],
  '/es/': [
    ['concurrencia', 'why-lock'],
    ['recolección de basura', 'session-gc'],
    ['mapa hash', 'provider'],
    ['tiempo de espera', 'limits'],
  ],
}

const everywhere = `SessionGC session-gc, moveToFront session-update,
  PushBack session-init, sessionUpdate session-update, checkLifetime session-gc,
  gosessionid manager, sync.Mutex provider`

function pairs(list: string): [string, string][] {
  return list
    .split(',')
    .map((pair) => pair.trim().split(/\s+/) as [string, string])
    .filter(([, id]) => id !== '-')
}

/** Whether a heading is among the results within ten seconds. */
async function finds(page: Page, word: string, id: string): Promise<boolean> {
  await page.locator('dialog.search input').fill(word)
  const result = page.locator(`#found a[href$="#${id}"]`).first()
  return result.waitFor({ timeout: 60_000 }).then(
    () => true,
    () => false,
  )
}

describe.each(Object.entries(words))('search in %s', (home, list) => {
  test('finds the words of the pages and the names in the code, and says so if there are none', () =>
    read(home, {}, async (page) => {
      await page.keyboard.press('/')
      const wrong: string[] = []
      const all = [...pairs(list), ...pairs(everywhere)]
      for (const [word, id] of [...all, ...(aliases[home] ?? [])]) {
        if (!(await finds(page, word, id))) wrong.push(`${word}: no #${id}`)
      }
      expect(pairs(list).length).toBeGreaterThanOrEqual(15)
      expect(wrong).toEqual([])
      await page.locator('dialog.search input').fill('qqxyzzyqq')
      await page.locator('dialog.search [role=status]').waitFor()
      expect(await page.locator('#found a').count()).toBe(0)
    }))
})
