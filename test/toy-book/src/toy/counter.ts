// #region up
export function up(n: number): number {
  return n + 1
}

// #endregion up

// #region down
export function down(n: number): number {
  return n - 1
}

// #endregion down
