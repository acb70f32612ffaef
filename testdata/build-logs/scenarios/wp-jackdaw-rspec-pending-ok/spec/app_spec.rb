ENV['APP_ENV'] = 'test'
require_relative '../app'
require 'rack/test'

RSpec.describe 'errors' do
  include Rack::Test::Methods
  let(:app) { Sinatra::Application }
  (1..25).each { |n| it("shows job #{n}") { expect(get("/jobs/#{n}").body).to eq(n.to_s) } }
  it('answers with an error') { warn 'ERROR: simulated failure'; expect(get('/jobs/0').status).to eq(422) }
  it 'fails over to the replica' do
    pending 'not written yet'
    raise 'replica is not there'
  end
  xit('FAILED: known from 1.0') { raise }
end
