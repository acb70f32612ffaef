#include <napi.h>

static Napi::Value Size(const Napi::CallbackInfo& info)
{
    Napi::Env env = info.Env();
    std::string text = info[0].As<Napi::Number>();
    return Napi::Number::New(env, text.size());
}

static Napi::Object Init(Napi::Env env, Napi::Object exports)
{
    exports.Set("size", Napi::Function::New(env, Size));
    return exports;
}

NODE_API_MODULE(ring, Init)
