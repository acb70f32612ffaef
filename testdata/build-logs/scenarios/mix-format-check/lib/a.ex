defmodule A do
  def  error( x ) do
      {:error,x}
  end
end
