# One build for the three programs; each is an image of its own:
#   docker build --target silo .        docker build --target api .        docker build --target standalone .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS restore
WORKDIR /source
# Only what decides the packages, so that a change of code does not restore again.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt ./
COPY src/Grains.Abstractions/*.csproj src/Grains.Abstractions/
COPY src/Grains/*.csproj src/Grains/
COPY src/Silo/*.csproj src/Silo/
COPY src/Api/*.csproj src/Api/
COPY src/Standalone/*.csproj src/Standalone/
RUN dotnet restore src/Standalone && dotnet restore src/Silo && dotnet restore src/Api

FROM restore AS build
COPY .editorconfig ./
COPY src/ src/

# Trained here, once: a container that had to would join its cluster seconds later and with twice the memory.
FROM build AS publish-silo
RUN dotnet publish src/Silo --no-restore --configuration Release --output /app && dotnet /app/SupportAgents.Silo.dll train

FROM build AS publish-api
RUN dotnet publish src/Api --no-restore --configuration Release --output /app

FROM build AS publish-standalone
RUN dotnet publish src/Standalone --no-restore --configuration Release --output /app && dotnet /app/SupportAgents.Standalone.dll train

# Not chiselled: the health check needs a shell, and a probe written in .NET would cost more than the shell does.
FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS runtime
WORKDIR /app
COPY --chmod=755 deploy/healthy /usr/local/bin/healthy
# The heap follows the container's memory limit; one heap suits a process that mostly waits.
# 9464 shows the metrics; it is for the monitoring and is never published.
ENV ASPNETCORE_HTTP_PORTS="8080;9464" \
    Support__DataDirectory=/data \
    DOTNET_gcServer=0 \
    DOTNET_GCConserveMemory=5 \
    DOTNET_TieredPGO=1
RUN mkdir /data && chown 1654:1654 /data
VOLUME /data
# The user "app" of the official images.
USER 1654
EXPOSE 8080 9464
HEALTHCHECK --interval=5s --timeout=4s --start-period=60s --retries=6 CMD ["healthy"]

FROM runtime AS silo
COPY --from=publish-silo /app ./
# Silos to silos, and gateways to silos.
EXPOSE 11111 30000
ENTRYPOINT ["dotnet", "SupportAgents.Silo.dll"]

FROM runtime AS api
COPY --from=publish-api /app ./
ENTRYPOINT ["dotnet", "SupportAgents.Api.dll"]

FROM runtime AS standalone
COPY --from=publish-standalone /app ./
ENTRYPOINT ["dotnet", "SupportAgents.Standalone.dll", "--urls", "http://+:8080;http://+:9464"]
