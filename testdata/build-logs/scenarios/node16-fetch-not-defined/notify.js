async function main() {
  console.log("notifying chat of build", process.env.BUILD || 17);
  const answer = await fetch("http://127.0.0.1:9/hook", { method: "POST", body: "{}" });
  console.log(answer.status);
}

main();
