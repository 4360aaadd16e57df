# Builds the program and its installer on Windows; the twin of packages.py.
#   powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1 [-Out DIR] [-Sign COMMAND]
# -Sign is a command that gets the file's name, such as "signtool sign /fd sha256 /a"; it is used
# for both programs, the uninstaller and the installer. Needs Python 3.11 or newer and NSIS 3
# (makensis on PATH or in its usual folder).
param([string] $Out = "", [string] $Sign = "")
. (Join-Path (Split-Path -Parent $PSScriptRoot) "setup.ps1")
if (-not $Out) { $Out = Join-Path $Root "dist" }
$Out = [IO.Path]::GetFullPath($Out)
New-Item -ItemType Directory -Force $Out | Out-Null

function Invoke-Checked([string] $Program, [string[]] $Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Program ended with $LASTEXITCODE" }
}

function Find-MakeNsis {
    $places = @("makensis", "${env:ProgramFiles(x86)}\NSIS\makensis.exe",
        "$env:ProgramFiles\NSIS\makensis.exe")
    foreach ($place in $places) {
        if (Get-Command $place -ErrorAction SilentlyContinue) { return $place }
    }
    throw "NSIS is needed for the installer: makensis was not found."
}

Install-Environment "requirements-dev.lock"
Invoke-Checked $Python @((Join-Path $Root "packaging\freeze.py"), "--out", $Out)
$Payload = Join-Path $Out "pos-app"
$Program = Join-Path $Payload "pos-app.exe"
$Version = (& $Program --version).Split(" ")[1]
if ($Sign) {
    foreach ($name in @("pos-app.exe", "pos-app-window.exe")) {
        cmd /c "$Sign `"$(Join-Path $Payload $name)`""
        if ($LASTEXITCODE -ne 0) { throw "signing $name failed" }
    }
}
# NSIS wants four numbers; a candidate such as 0.2.0rc1 has letters.
$Numbers = [regex]::Match($Version, "^\d+\.\d+\.\d+").Value
$defines = @("-DVERSION=$Version", "-DNUMBERS=$Numbers", "-DPAYLOAD=$Payload", "-DOUT=$Out",
    "-DSOURCE=$Root")
if ($Sign) { $defines += "-DSIGN=$Sign" }
Invoke-Checked (Find-MakeNsis) (@("-V2", "-WX") + $defines + (Join-Path $PSScriptRoot "pos-app.nsi"))
$Setup = Join-Path $Out "pos-app-$Version-setup.exe"
$Sum = (Get-FileHash $Setup -Algorithm SHA256).Hash.ToLower()
Set-Content -Path (Join-Path $Out "SHA256SUMS") -Value "$Sum  pos-app-$Version-setup.exe" -Encoding ascii
Write-Host ("{0}: {1:N1} MB" -f $Setup, ((Get-Item $Setup).Length / 1e6))
