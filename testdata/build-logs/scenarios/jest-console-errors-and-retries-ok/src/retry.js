module.exports = async function retry(action, tries) {
  for (let n = 1; ; n += 1) {
    try {
      return await action(n);
    } catch (error) {
      console.error(`try ${n} failed`, error);
      if (n >= tries) throw error;
    }
  }
};
