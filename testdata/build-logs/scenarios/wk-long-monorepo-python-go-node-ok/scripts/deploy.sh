#!/bin/bash
kubectl apply -f k8s || exit 1
