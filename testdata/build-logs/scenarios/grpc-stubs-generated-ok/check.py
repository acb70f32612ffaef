import concurrent.futures
import logging

import grpc
import jobs_pb2
import jobs_pb2_grpc

logging.basicConfig(level=logging.INFO)


class Jobs(jobs_pb2_grpc.JobsServicer):
    def Run(self, request, context):
        if request.id == "bad":
            raise RuntimeError("sample failure")
        return jobs_pb2.Job(id=request.id, state=jobs_pb2.STATE_OK)


server = grpc.server(concurrent.futures.ThreadPoolExecutor())
jobs_pb2_grpc.add_JobsServicer_to_server(Jobs(), server)
port = server.add_insecure_port("127.0.0.1:0")
server.start()
stub = jobs_pb2_grpc.JobsStub(grpc.insecure_channel(f"127.0.0.1:{port}", options=[("grpc.enable_http_proxy", 0)]))
assert stub.Run(jobs_pb2.Job(id="a")).state == jobs_pb2.STATE_OK
try:
    stub.Run(jobs_pb2.Job(id="bad"))
except grpc.RpcError as error:
    print("refused as expected:", error.code(), error.details())
server.stop(0)
print("2 calls, 0 unexpected errors")
