throw new Error('DEPLOY_TOKEN is not set');
