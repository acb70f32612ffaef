import pathlib

base = pathlib.Path("base")
names = []
for name in ("web", "api", "worker", "cron-cleanup", "mailer"):
    kind = "CronJob" if name.startswith("cron") else "Deployment"
    pod = f"{{metadata: {{labels: {{app: {name}}}}}, spec: {{restartPolicy: {'OnFailure' if kind == 'CronJob' else 'Always'}, containers: [{{name: {name}, image: 'acme/{name}:1.0', env: [{{name: LOG_LEVEL, value: error}}, {{name: FAIL_FAST, value: 'false'}}]}}]}}}}"
    if kind == "CronJob":
        text = f"apiVersion: batch/v1\nkind: CronJob\nmetadata: {{name: {name}}}\nspec: {{schedule: '0 3 * * *', failedJobsHistoryLimit: 2, jobTemplate: {{spec: {{template: {pod}}}}}}}\n"
    else:
        text = f"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: {name}}}\nspec: {{replicas: 2, selector: {{matchLabels: {{app: {name}}}}}, template: {pod}}}\n"
    (base / f"{name}.yaml").write_text(text)
    names.append(f"{name}.yaml")
(base / "kustomization.yaml").write_text(f"resources: {names}\n".replace("'", ""))
print(len(names), "manifests generated")
