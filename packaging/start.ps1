# Sets up what is missing and starts the till in training mode.
#   powershell -ExecutionPolicy Bypass -File packaging\start.ps1 [arguments for pos-app]
. (Join-Path $PSScriptRoot "setup.ps1")
Install-Environment "requirements.lock"
$arguments = if ($args.Count -gt 0) { $args } else { @("--training") }
& (Join-Path $Venv "Scripts\pos-app.exe") @arguments
exit $LASTEXITCODE
