# Sets up what is missing, then runs the gate with all its checks and tests.
#   powershell -ExecutionPolicy Bypass -File packaging\test.ps1 [--slow] [arguments for pytest]
. (Join-Path $PSScriptRoot "setup.ps1")
Install-Environment "requirements-dev.lock"
Set-Location $Root
& $Python packaging\gate.py @args
exit $LASTEXITCODE
