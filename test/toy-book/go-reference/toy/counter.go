package toy

// #region up
func up(n int) int {
	return n + 1
}

// #endregion up

// #region down
func down(n int) int {
	return n - 1
}

// #endregion down
