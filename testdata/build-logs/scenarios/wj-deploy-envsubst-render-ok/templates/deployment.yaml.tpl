kind: Deployment
metadata:
  name: ${APP}
spec:
  replicas: ${REPLICAS}
  image: ${IMAGE}
