{"targets": [{"target_name": "ring", "sources": ["ring.cc"],
  "include_dirs": ["<!@(node -p \"require('node-addon-api').include\")"], "defines": ["NAPI_DISABLE_CPP_EXCEPTIONS"]}]}
