# Shared by start.ps1 and test.ps1: the twin of setup.sh for Windows.
$ErrorActionPreference = "Stop"
$Root = Split-Path -Parent $PSScriptRoot
$Venv = Join-Path $Root ".venv"
$Python = Join-Path $Venv "Scripts\python.exe"

function Find-Python {
    $names = @($env:POS_APP_PYTHON, "py", "python") | Where-Object { $_ }
    foreach ($name in $names) {
        if (-not (Get-Command $name -ErrorAction SilentlyContinue)) { continue }
        & $name -c "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))" 2>$null
        if ($LASTEXITCODE -eq 0) { return $name }
    }
    throw "Python 3.11 or newer is needed; POS_APP_PYTHON may name one."
}

function Get-Fingerprint([string] $Lock) {
    $files = @($Lock, "pyproject.toml", "pos_app\__init__.py")
    ($files | ForEach-Object { (Get-FileHash (Join-Path $Root $_)).Hash }) -join "-"
}

function Invoke-Pip {
    & $Python -m pip --disable-pip-version-check --no-input --quiet @args
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}

function Install-Environment([string] $Lock) {
    $stamp = Join-Path $Venv "installed-from"
    $program = "program " + (Get-Fingerprint "requirements.lock")
    $tests = "tests " + (Get-Fingerprint "requirements-dev.lock")
    $wanted = if ($Lock -eq "requirements-dev.lock") { $tests } else { $program }
    $have = if (Test-Path $stamp) { @(Get-Content $stamp) } else { @() }
    if (($have -contains $wanted) -and ($have -contains "root $Root")) { return }
    if (-not (Test-Path $Python) -or ($have -and -not ($have -contains "root $Root"))) {
        & (Find-Python) -m venv --clear $Venv
        if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
    }
    Write-Host "Installing what $Lock names into .venv"
    Remove-Item $stamp -ErrorAction SilentlyContinue
    Invoke-Pip install --require-hashes --only-binary :all: -r (Join-Path $Root $Lock)
    Invoke-Pip install --no-deps --no-build-isolation --editable $Root
    $lines = @("root $Root", $program)
    if ($wanted -ne $program) { $lines += $tests }
    Set-Content -Path $stamp -Value $lines -Encoding utf8
}
