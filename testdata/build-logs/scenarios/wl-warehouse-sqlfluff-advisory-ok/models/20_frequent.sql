SELECT id, n FROM v10_visits where n > 1 order by 2
