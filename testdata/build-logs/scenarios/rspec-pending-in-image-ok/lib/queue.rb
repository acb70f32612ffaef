class JobQueue
  def initialize() @jobs = []; @failed = 0 end
  attr_reader :failed
  def run
    tries = 0
    begin
      tries += 1
      yield tries
    rescue IOError => e
      @failed += 1
      warn "ERROR: #{e.message}, try #{tries}"
      retry if tries < 3
    end
  end
end
