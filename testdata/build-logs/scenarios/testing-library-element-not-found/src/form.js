module.exports = (errors) => {
  document.body.innerHTML = `
    <form aria-label="login">
      <label>Name <input name="name"></label>
      <label>Password <input name="password" type="password"></label>
      ${errors.map((error) => `<p role="alert">${error}</p>`).join("")}
      <button type="submit" disabled>Log in</button>
    </form>`;
};
