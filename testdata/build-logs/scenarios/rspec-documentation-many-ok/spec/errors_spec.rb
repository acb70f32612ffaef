RSpec.describe 'errors' do
  %w[ENOENT EACCES EPIPE ECONNREFUSED ETIMEDOUT].each do |name|
    context name do
      %w[raises logs reports fails].each do |verb|
        it("#{verb} the error") { expect { raise Errno.const_get(name), verb }.to raise_error(SystemCallError) }
      end
      it('prints') { warn "#{name}: FAILED - 1 (only a text)" }
      pending('is retried') { raise 'not yet' }
    end
  end
end
