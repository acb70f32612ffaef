module.exports.notify = (send, user, text) => {
  if (!user.email) throw new Error("user has no email");
  console.warn(`notifying ${user.email}`);
  send({ to: user.email, subject: "Notification", text, retries: 3 });
};
